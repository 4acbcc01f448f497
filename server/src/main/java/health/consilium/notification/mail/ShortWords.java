package health.consilium.notification.mail;

import org.springframework.stereotype.Component;

/** What a text message says: one or two sentences and where to go. */
@Component
public class ShortWords {
    private final Imprint imprint;
    private final MessageLinks links;

    ShortWords(Imprint imprint, MessageLinks links) {
        this.imprint = imprint;
        this.links = links;
    }

    public String of(Story story) {
        Words words = Words.in(story.reader().locale());
        String link = links.of(story);
        return words.say(story.message().kind() + ".sms", Places.of(story, words, imprint.name(), link));
    }
}
