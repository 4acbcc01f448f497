package health.consilium.signalling.ws;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.signalling.ws.ResultsAtOnce.AtOnce;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.websocket.WsSession;
import org.junit.jupiter.api.Test;

class ResultsAtOnceTests {
    private final List<Runnable> handedOver = new ArrayList<>();
    private final AtOnce atOnce = new AtOnce(handedOver::add);
    private int told;

    @Test
    void whatIsNotTheEndOfAWriteGetsAThreadAsBefore() {
        Runnable work = () -> told++;
        atOnce.execute(work);
        assertThat(handedOver).containsExactly(work);
        assertThat(told).isZero();
    }

    @Test
    void theEndOfAWriteIsToldAtOnce() throws ReflectiveOperationException {
        atOnce.execute(result(sent -> told++));
        assertThat(told).isEqualTo(1);
        assertThat(handedOver).isEmpty();
    }

    @Test
    void aLongMessageGetsAThreadBeforeItsPiecesAreTooDeepInEachOther() throws ReflectiveOperationException {
        atOnce.execute(result(sent -> writesTheNextPiece()));
        assertThat(told).isEqualTo(AtOnce.DEEPEST);
        assertThat(handedOver).hasSize(1);
        handedOver.removeFirst().run();
        assertThat(told).isEqualTo(2 * AtOnce.DEEPEST + 1);
    }

    private void writesTheNextPiece() {
        told++;
        try {
            atOnce.execute(result(sent -> writesTheNextPiece()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** As Tomcat makes it; fails when Tomcat calls it by another name. */
    private static Runnable result(SendHandler handler) throws ReflectiveOperationException {
        Constructor<?> made = Class.forName(AtOnce.RESULT)
                .getDeclaredConstructor(WsSession.class, SendHandler.class, Throwable.class);
        made.setAccessible(true);
        return (Runnable) made.newInstance((Session) null, handler, null);
    }
}
