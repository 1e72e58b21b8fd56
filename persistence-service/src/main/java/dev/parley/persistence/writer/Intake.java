package dev.parley.persistence.writer;

import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandCodec.Decoded;
import dev.parley.persistence.writer.LoggedCommand.Dead;
import dev.parley.persistence.writer.LoggedCommand.Unknown;
import dev.parley.persistence.writer.LoggedCommand.Valid;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * A poll as commands: the one place where a record of the log is read.
 *
 * @param unknown the first record of each partition that has to wait for a newer writer; nothing behind it is in the
 *     batch
 */
record Intake(CommandBatch batch, List<Unknown> unknown) {

    static Intake of(ConsumerRecords<byte[], byte[]> records) {
        var commands = new ArrayList<LoggedCommand>();
        var unknown = new ArrayList<Unknown>();
        for (var partition : records.partitions()) {
            for (var record : records.records(partition)) {
                var command = read(record);
                if (command instanceof Unknown stop) {
                    unknown.add(stop);
                    break;
                }
                commands.add(command);
            }
        }
        return new Intake(new CommandBatch(commands), unknown);
    }

    private static LoggedCommand read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Dead(record, "a record without a value", null, null);
        }
        return switch (CommandCodec.decode(record.value())) {
            case Decoded.Understood(var command) -> new Valid(record, command);
            case Decoded.UnknownKind(var reason) -> new Unknown(record, reason);
            case Decoded.Malformed(var reason, var envelope) -> new Dead(record, reason, envelope, null);
        };
    }
}
