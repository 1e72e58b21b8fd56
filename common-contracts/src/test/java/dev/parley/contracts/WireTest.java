package dev.parley.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.parley.contracts.wire.Event;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records outlive the code that wrote them. The files under {@code wire/} were written once, by the first version, and
 * are never written again: a new kind gets a new file, an old one stays as it is.
 */
class WireTest {

    static Stream<String> commands() {
        return Specimens.commands().keySet().stream();
    }

    static Stream<String> records() {
        return Specimens.records().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsCommandsOfTheFirstVersion(String name) throws IOException {
        var command = Objects.requireNonNull(Specimens.commands().get(name));
        assertThat(CommandCodec.decode(bytes(name))).isEqualTo(new CommandCodec.Decoded.Understood(command));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void writesCommandsThatTheFirstVersionReads(String name) throws IOException {
        var command = Objects.requireNonNull(Specimens.commands().get(name));
        assertThat(CommandCodec.encode(command)).isEqualTo(bytes(name));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsOtherRecordsOfTheFirstVersion(String name) throws IOException {
        var expected = Objects.requireNonNull(Specimens.records().get(name));
        assertThat(parse(expected, bytes(name))).isEqualTo(expected);
    }

    /** A line may be added. One that changes or goes makes records unreadable that are in the log already. */
    @Test
    void keepsTheNumberAndTypeOfEveryField() throws IOException {
        var pinned = lines("/wire/fields.txt");
        var present = Stream.concat(fields(), enumValues()).toList();
        assertThat(present).containsAll(pinned);
        assertThat(pinned).as("add new fields to wire/fields.txt").containsAll(present);
    }

    private static Stream<String> fields() {
        return Event.getDescriptor().getFile().getMessageTypes().stream()
                .flatMap(WireTest::withNested)
                .flatMap(type -> type.getFields().stream())
                .map(field -> field.getFullName() + " = " + field.getNumber() + ": " + typeOf(field));
    }

    private static Stream<Descriptor> withNested(Descriptor type) {
        return Stream.concat(Stream.of(type), type.getNestedTypes().stream().flatMap(WireTest::withNested));
    }

    private static String typeOf(FieldDescriptor field) {
        var type = switch (field.getType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
        return field.isRepeated() ? "repeated " + type : type;
    }

    private static Stream<String> enumValues() {
        return Event.getDescriptor().getFile().getEnumTypes().stream()
                .map(EnumDescriptor::getValues)
                .flatMap(List::stream)
                .map(value -> value.getFullName() + " = " + value.getNumber());
    }

    private static MessageLite parse(MessageLite like, byte[] bytes) throws InvalidProtocolBufferException {
        return like.getParserForType().parseFrom(bytes);
    }

    private static byte[] bytes(String name) throws IOException {
        return HexFormat.of().parseHex(String.join("", lines("/wire/" + name + ".hex")));
    }

    private static List<String> lines(String resource) throws IOException {
        try (var file = WireTest.class.getResourceAsStream(resource)) {
            var text = new String(Objects.requireNonNull(file, resource + ": missing").readAllBytes(), UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
