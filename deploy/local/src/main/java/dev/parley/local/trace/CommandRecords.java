package dev.parley.local.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Command;

/** The records of {@code chat.commands} that are about the message: its send, sends of it again, edits, the deletion. */
record CommandRecords(List<ConsumerRecord<byte[], byte[]>> records) {

    boolean isEmpty() {
        return records.isEmpty();
    }

    Optional<ConversationId> conversation() {
        return records.stream().findFirst().flatMap(Records::command)
                .map(command -> ConversationId.ofBytes(command.getConversationId()));
    }

    void tell(Findings findings, boolean content) {
        records.forEach(source -> Records.command(source)
                .ifPresent(command -> findings.add(station(source, command, content))));
        if (records.isEmpty()) {
            findings.add(Station.told("chat.commands", "no record in this time; they are kept for days only"));
        }
    }

    private static Station station(ConsumerRecord<byte[], byte[]> source, Command command, boolean content) {
        var session = command.getSessionId().isEmpty() ? "REST" : "session " + command.getSessionId();
        var what = kind(command) + " from " + command.getUserId() + " by " + session + ", accepted at "
                + Clocks.time(Instant.ofEpochMilli(command.getAcceptedAt()));
        return Records.station(source, what, new ArrayList<>(Trace.content(content, said(command))));
    }

    private static String kind(Command command) {
        return switch (command.getBodyCase()) {
            case SEND_MESSAGE -> "send";
            case EDIT_MESSAGE -> "edit";
            case DELETE_MESSAGE -> "deletion";
            default -> "command";
        };
    }

    private static String said(Command command) {
        return switch (command.getBodyCase()) {
            case SEND_MESSAGE -> command.getSendMessage().getContent();
            case EDIT_MESSAGE -> command.getEditMessage().getContent();
            default -> "";
        };
    }
}
