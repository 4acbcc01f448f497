package health.consilium.chat;

import health.consilium.chat.store.Messages;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.FrameHandler;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A message is stored before it is confirmed: what a page shows as sent survives whatever comes (I6). */
@Component
class ChatHandler implements FrameHandler {
    private static final int LONGEST_TEXT = 4_000;

    private final Messages messages;
    private final ChatFrames frames;
    private final Outbox outbox;
    private final Clock clock;

    ChatHandler(Messages messages, ChatFrames frames, Outbox outbox, Clock clock) {
        this.messages = messages;
        this.frames = frames;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends ClientFrame>> handles() {
        return Set.of(ClientFrame.ChatSend.class, ClientFrame.ChatRead.class, ClientFrame.ChatTyping.class);
    }

    @Override
    public void handle(ClientFrame frame, Sender sender) {
        switch (frame) {
            case ClientFrame.ChatSend f -> send(f, sender);
            case ClientFrame.ChatRead f -> read(f, sender);
            case ClientFrame.ChatTyping f ->
                outbox.toOthers(
                        sender.consultation(),
                        sender.user().id(),
                        new ServerFrame.ChatTyping(sender.user().id().value(), f.typing()));
            default -> throw new Problem(ErrorCode.UNSUPPORTED, "This server does not offer that.");
        }
    }

    private void send(ClientFrame.ChatSend frame, Sender sender) {
        String text = frame.text() == null ? "" : frame.text().replace("\0", "").strip();
        boolean nothing = text.isEmpty() && frame.attachment() == null;
        if (nothing || text.length() > LONGEST_TEXT) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST, "A message has between 1 and " + LONGEST_TEXT + " characters.");
        }
        if (frame.attachment() != null
                && messages.attachment(sender.consultation(), frame.attachment())
                        .isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "This file is not known here. Please send it again.");
        }
        Messages.Message stored = messages.store(
                        sender.consultation(),
                        sender.user().id(),
                        frame.key(),
                        text,
                        frame.attachment(),
                        clock.instant())
                .message();
        ServerFrame.ChatMessageFrame message = new ServerFrame.ChatMessageFrame(frames.of(stored));
        sender.reply(message);
        outbox.toCall(sender.consultation(), message, sender);
    }

    private void read(ClientFrame.ChatRead frame, Sender sender) {
        if (messages.exists(sender.consultation(), frame.upTo())) {
            outbox.toOthers(
                    sender.consultation(),
                    sender.user().id(),
                    new ServerFrame.ChatDelivered(sender.user().id().value(), frame.upTo(), "read"));
        }
    }
}
