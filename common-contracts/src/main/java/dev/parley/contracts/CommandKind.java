package dev.parley.contracts;

import java.util.Locale;

/** What a command asks for, by the names of {@code chat.proto}; for numbers about commands. */
public enum CommandKind {

    SEND_MESSAGE,
    EDIT_MESSAGE,
    DELETE_MESSAGE,
    MARK_DELIVERED,
    MARK_READ,
    CREATE_CONVERSATION,
    ADD_PARTICIPANTS,
    REMOVE_PARTICIPANT,
    RENAME_CONVERSATION;

    private final String label = name().toLowerCase(Locale.ROOT);

    public static CommandKind of(Command command) {
        return switch (command.body()) {
            case Command.SendMessage _ -> SEND_MESSAGE;
            case Command.EditMessage _ -> EDIT_MESSAGE;
            case Command.DeleteMessage _ -> DELETE_MESSAGE;
            case Command.MarkDelivered _ -> MARK_DELIVERED;
            case Command.MarkRead _ -> MARK_READ;
            case Command.CreateDirect _,Command.CreateGroup _ -> CREATE_CONVERSATION;
            case Command.AddParticipants _ -> ADD_PARTICIPANTS;
            case Command.RemoveParticipant _ -> REMOVE_PARTICIPANT;
            case Command.RenameConversation _ -> RENAME_CONVERSATION;
        };
    }

    public String label() {
        return label;
    }
}
