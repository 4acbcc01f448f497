package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.Envelope;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.Unread;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the golden frames do not show: where members stand, what is around them, and that nothing unread is touched. */
class FrameCodecTests {
    private static final UUID SOMEBODY = new UUID(0, 2);
    private final FrameCodec codec = new FrameCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ }",
                "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}",
                "{ \"type\" : \"offer\",\n\t\"sdp\" : \"\\u00e4 ä \uD83D\uDE42 \\\" } ] \" }",
                "{\"a\":[1, -2.50e+3, true, null, {\"}\":\"{\"}],\"a\":\"twice\"}"
            })
    @DisplayName("a description is passed on letter by letter")
    void unread(String description) throws MalformedFrame {
        String text =
                "{\"type\":\"rtc.description\",\"seq\":1, \"body\" : { \"more\":[{}], \"description\" :  %s  ,\"generation\":3,\"to\":\"%s\" } }"
                        .formatted(description, SOMEBODY);
        ClientFrame.RtcDescription frame = codec.body(codec.open(text).body(), ClientFrame.RtcDescription.class);
        assertThat(frame.description().json()).isEqualTo(description);
        assertThat(codec.seal(new ServerFrame.RtcDescription(SOMEBODY, 3, frame.description()), 7, 1, null))
                .isEqualTo(
                        "{\"type\":\"rtc.description\",\"seq\":7,\"ack\":1,\"body\":{\"from\":\"%s\",\"generation\":3,\"description\":%s}}"
                                .formatted(SOMEBODY, description));
    }

    @Test
    @DisplayName("a description longer than any buffer is passed on letter by letter")
    void longAndUnread() throws MalformedFrame {
        String description = "{\"sdp\":\"%s\"}".formatted("a=ä\\r\\n".repeat(8_000));
        String text =
                "{\"type\":\"rtc.description\",\"seq\":1,\"body\":{\"to\":\"%s\",\"generation\":3,\"description\":%s}}"
                        .formatted(SOMEBODY, description);
        ClientFrame.RtcDescription frame = codec.body(codec.open(text).body(), ClientFrame.RtcDescription.class);
        assertThat(frame.description().json()).isEqualTo(description);
    }

    @Test
    @DisplayName("the members of an envelope may stand in any order, and what is not known is passed over")
    void anyOrder() throws MalformedFrame {
        Envelope frame = codec.open(
                " {\"body\":{\"typing\":true},\"new\":{\"type\":\"x\"},\"id\":\"c-1\",\"ack\":4,\"seq\":9,\"type\":\"chat.typing\"} ");
        assertThat(frame).isEqualTo(new Envelope("chat.typing", 9, 4, "c-1", new Unread("{\"typing\":true}")));
        assertThat(codec.open("{\"type\":\"ping\"}")).isEqualTo(new Envelope("ping", 0, 0, null, new Unread("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"ping\"",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}x",
                "{\"type\":\"ping\",}",
                "{\"type\":\"ping\",\"body\":{\"a\":}}",
                "{\"type\":\"ping\",\"body\":{\"a\":\"\\x\"}}",
                "{\"type\":\"ping\",\"body\":null}",
                "{\"type\":\"ping\",\"id\":null}",
                "{\"type\":\"ping\",\"seq\":1.0}",
                "{\"type\":\"ping\",\"ack\":-1}",
                "{\"type\":null}",
                "{type:\"ping\"}"
            })
    @DisplayName("what is not wholly JSON, or has an envelope of another kind, is refused")
    void malformed(String text) {
        assertThatThrownBy(() -> codec.open(text)).isInstanceOf(MalformedFrame.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"versions\":[1],\"ticket\":\"t\"}",
                "{\"versions\":[1],\"ticket\":\"t\",\"client\":null}",
                "{\"versions\":[1],\"ticket\":\"t\",\"client\":{\"name\":\"web\"}}",
                "{\"versions\":[1],\"ticket\":\"t\",\"client\":{\"name\":\"web\",\"version\":null}}",
                "{\"versions\":[1],\"ticket\":\"t\",\"client\":{\"name\":\"web\",\"version\":\"1\"},\"resume\":{\"lastSeq\":1}}",
                "{\"versions\":[1],\"ticket\":null,\"client\":{\"name\":\"web\",\"version\":\"1\"}}"
            })
    @DisplayName("a member that must be there must be there, in what is nested, too")
    void requiredMembers(String body) {
        assertThatThrownBy(() -> codec.body(new Unread(body), ClientFrame.Hello.class))
                .isInstanceOf(MalformedFrame.class);
    }
}
