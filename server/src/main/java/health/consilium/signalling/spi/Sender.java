package health.consilium.signalling.spi;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.CurrentUser;
import health.consilium.signalling.frame.ServerFrame;

/** The session a frame came from. */
public interface Sender {
    CurrentUser user();

    /** The consultation of a call session. */
    ConsultationId consultation();

    /** Answers the frame that is being handled. */
    void reply(ServerFrame frame);
}
