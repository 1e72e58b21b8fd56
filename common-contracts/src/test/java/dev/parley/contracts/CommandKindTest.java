package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommandKindTest {

    @Test
    void isNamedAsTheFieldsOfTheProtobuf() {
        var bodies = dev.parley.contracts.wire.Command.getDescriptor().getOneofs().getFirst().getFields();
        assertThat(Arrays.stream(CommandKind.values()).map(CommandKind::label))
                .containsExactlyInAnyOrderElementsOf(bodies.stream().map(field -> field.getName()).toList());
    }
}
