package dev.parley.search.index.opensearch;

import dev.parley.search.index.Batch;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;

/**
 * A batch in three steps, of which each begins once the one before has been done as a whole.
 *
 * <p>Memberships come first. A removal has to hold before messages that follow it in the log can be found, and the
 * other way round nothing is shown too early: who joins sees what lies after the joining only, wherever the messages
 * have got to, and who was there before sees by an older record what they could see anyhow. Positions come last: what
 * they promise has happened.
 *
 * <p>Each document carries the seq of its change as a version that is given from outside. OpenSearch takes the greater
 * one and leaves an equal or smaller one aside, whoever writes and in whichever order.
 */
final class BatchWrite {

    private final Writing memberships;
    private final Writing messages;
    private final Writing positions;

    private BatchWrite(Writing memberships, Writing messages, Writing positions) {
        this.memberships = memberships;
        this.messages = messages;
        this.positions = positions;
    }

    static BatchWrite of(Batch batch, IndexNames names) {
        var write = new BatchWrite(new Writing(names.state()), new Writing(names.messages()),
                new Writing(names.state()));
        for (var change : batch.changes()) {
            switch (change) {
                case Shown shown -> write.show(shown);
                case Deleted deleted -> write.delete(deleted);
                case Joined joined -> write.member(MembershipDocument.of(joined), joined.seq());
                case Left left -> write.member(MembershipDocument.of(left), left.seq());
            }
        }
        batch.positions().forEach((partition, offset) -> write.position(new PositionDocument(partition, offset)));
        return write;
    }

    void run(Bulks bulks, Visibility visibility) {
        var atOnce = visibility.isAtOnce();
        bulks.write(memberships, atOnce);
        bulks.write(messages, atOnce);
        if (!atOnce) {
            visibility.afterBuilding();
        }
        bulks.write(positions, false);
    }

    private void show(Shown shown) {
        var message = shown.message();
        messages.add(
                MessageDocument.id(message.conversationId(), message.messageId()),
                message.conversationId().toString(), shown.seq(), MessageDocument.of(shown),
                message.content().length());
    }

    /** A deleted document's version would be forgotten after a while, and an old record would bring it back. */
    private void delete(Deleted deleted) {
        messages.add(
                MessageDocument.id(deleted.conversationId(), deleted.messageId()),
                deleted.conversationId().toString(), deleted.seq(), MessageDocument.marker(deleted), 0);
    }

    private void member(MembershipDocument member, long seq) {
        memberships.add(member.id(), member.user(), seq, member, 0);
    }

    private void position(PositionDocument position) {
        positions.add(position.id(), PositionDocument.ROUTING, position.offset(), position, 0);
    }
}
