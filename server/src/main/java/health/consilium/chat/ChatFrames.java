package health.consilium.chat;

import health.consilium.chat.store.Messages;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.signalling.frame.ServerFrame.ChatMessage;
import health.consilium.signalling.frame.ServerFrame.Who;
import org.springframework.stereotype.Component;

/** A stored message as pages read it. */
@Component
public class ChatFrames {
    private final Users users;

    ChatFrames(Users users) {
        this.users = users;
    }

    public ChatMessage of(Messages.Message message) {
        return new ChatMessage(
                message.id(),
                message.key(),
                who(message.sender()),
                message.text(),
                message.attachment(),
                message.sentAt());
    }

    private Who who(UserId person) {
        return users.find(person)
                .map(user ->
                        new Who(person.value(), user.displayName(), user.role().name()))
                .orElse(new Who(person.value(), "", "GUEST"));
    }
}
