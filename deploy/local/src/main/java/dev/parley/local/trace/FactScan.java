package dev.parley.local.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Receipt;

/** What went out about the message: its facts, and the receipts that reach to it. */
record FactScan(LogScan log, Question question, Rows.Row row) {

    private static final int MOST_RECEIPTS = 20;

    void tell(Findings findings) {
        var found = events(findings, question.around(row.sentAt()));
        if (row.changedAt().isAfter(question.around(row.sentAt()).to())) {
            found |= events(findings, question.around(row.changedAt()));
        }
        if (!found) {
            findings.add(Station.told(Topics.EVENTS, "no record in this time; compaction keeps only the newest"));
        }
        receipts(findings);
    }

    private boolean events(Findings findings, Question.Window window) {
        var found = log.find(Topics.EVENTS, question.conversation(), window,
                source -> Records.isEventOf(row.conversation(), question.message(), source));
        findings.scanned(found.scanned());
        found.records().forEach(source -> findings.add(Records.station(source,
                Records.event(source).map(FactScan::what).orElse("unreadable"), List.of())));
        return !found.records().isEmpty();
    }

    private static String what(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE_STORED -> "stored, change " + event.getSeq();
            case MESSAGE_EDITED -> "edited, change " + event.getSeq();
            case MESSAGE_DELETED -> "deleted, change " + event.getSeq();
            default -> "change " + event.getSeq();
        };
    }

    /** The first that reaches to it of each member and kind. */
    private void receipts(Findings findings) {
        var seen = new HashSet<String>();
        var found = log.find(Topics.RECEIPTS, question.conversation(), question.around(row.sentAt()),
                source -> receipt(source).filter(receipt -> reaches(receipt) && seen.add(key(receipt))).isPresent());
        findings.scanned(found.scanned());
        found.records().stream().limit(MOST_RECEIPTS).forEach(source -> receipt(source)
                .ifPresent(receipt -> findings.add(Records.station(source, kind(receipt) + " " + receipt.getUserId()
                        + " (mark at " + mark(receipt) + ")", List.of()))));
        if (found.records().size() > MOST_RECEIPTS) {
            findings.add(Station.told(Topics.RECEIPTS,
                    found.records().size() - MOST_RECEIPTS + " more receipts that reach to it"));
        }
    }

    private boolean reaches(Receipt receipt) {
        return ConversationId.ofBytes(receipt.getConversationId()).equals(row.conversation())
                && mark(receipt) >= row.seq();
    }

    private static Optional<Receipt> receipt(ConsumerRecord<byte[], byte[]> source) {
        try {
            return Optional.of(Receipt.parseFrom(source.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static String key(Receipt receipt) {
        return receipt.getMoved() + " " + receipt.getUserId();
    }

    private static long mark(Receipt receipt) {
        return switch (receipt.getMoved()) {
            case MARK_READ -> receipt.getReadSeq();
            default -> receipt.getDeliveredSeq();
        };
    }

    private static String kind(Receipt receipt) {
        return switch (receipt.getMoved()) {
            case MARK_READ -> "read by";
            default -> "delivered to";
        };
    }
}
