package health.consilium.signalling.spi;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.ServerFrame;
import java.util.function.Supplier;

/** Sends frames to sessions; numbered ones arrive once and in order, or with the next snapshot. */
public interface Outbox {
    /** To every call session of the consultation but the one that is being answered. */
    void toCall(ConsultationId consultation, ServerFrame frame, Sender except);

    /** To every call session of the consultation, once the current transaction has committed. */
    void toAll(ConsultationId consultation, ServerFrame frame);

    /** To every call session of one person of the consultation. */
    void toPerson(ConsultationId consultation, UserId person, ServerFrame frame);

    /** To every page of one person that is not a call's. @param frame made only when there is such a page */
    void toPages(UserId person, Supplier<ServerFrame> frame);

    /** To every call session of the other people of the consultation. */
    void toOthers(ConsultationId consultation, UserId person, ServerFrame frame);
}
