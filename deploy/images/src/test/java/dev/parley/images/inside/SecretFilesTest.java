package dev.parley.images.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path folder;

    private void write(String secret, String file, String template) throws IOException {
        var me = (int) Files.getAttribute(folder, "unix:uid");
        SecretFiles.main(new String[]{folder.toString(), secret + " " + file + " " + me + " " + template});
    }

    @Test
    void writesASecretWhereItsReadersLook() throws IOException {
        write("redis", "redis/auth.conf", "requirepass {}");
        write("redis", "gateway/url", "redis://:{}@redis:6379");
        var secret = Files.readString(folder.resolve("made/redis"));
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(folder.resolve("redis/auth.conf")).hasContent("requirepass " + secret);
        assertThat(folder.resolve("gateway/url")).hasContent("redis://:" + secret + "@redis:6379");
    }

    @Test
    void keepsWhatItHasMadeOnce() throws IOException {
        write("jwt", "gateway/secret", "{}");
        var before = Files.readString(folder.resolve("gateway/secret"));
        write("jwt", "gateway/secret", "{}");
        write("jwt", "search/secret", "{}");
        assertThat(folder.resolve("gateway/secret")).hasContent(before);
        assertThat(folder.resolve("search/secret")).hasContent(before);
    }

    @Test
    void makesEachSecretAnew() throws IOException {
        write("one", "one", "{}");
        write("other", "other", "{}");
        assertThat(Files.readString(folder.resolve("one"))).isNotEqualTo(Files.readString(folder.resolve("other")));
    }

    @Test
    void letsOnlyTheReaderRead() throws IOException {
        write("jwt", "gateway/secret", "{}");
        for (var file : new String[]{"made/jwt", "gateway/secret"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesALineThatNamesNoOwner() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretFiles.Copy.parse("jwt gateway/secret"))
                .withMessageContaining("expected: SECRET FILE OWNER");
    }
}
