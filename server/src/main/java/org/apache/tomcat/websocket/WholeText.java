package org.apache.tomcat.websocket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text as one frame, in one write. Tomcat encodes letter by letter into a buffer that each socket keeps and sends each
 * filling alone: with buffers as small as ours five writes for a description. What does it in one is Tomcat's own but not
 * public, hence this package: a Tomcat that has it no more does not compile here (docs/adr/0010).
 */
public final class WholeText {
    private WholeText() {}

    /**
     * As {@code socket.getAsyncRemote().sendText(text, told)}, for one text after the other.
     *
     * @throws IllegalStateException when the socket was closed
     */
    public static void send(Session socket, String text, SendHandler told) {
        WsRemoteEndpointBase remote = (WsRemoteEndpointBase) socket.getAsyncRemote();
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        remote.base.startMessage(Constants.OPCODE_TEXT, bytes, true, told);
    }
}
