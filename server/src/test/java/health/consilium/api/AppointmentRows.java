package health.consilium.api;

import health.consilium.api.AccessTable.Row;
import java.util.List;

/** S10, F18: who may do what with an appointment: booking it, caring for it, paying it, its call, and what follows from it. */
final class AppointmentRows {
    private static final String DEVICE_CHECK =
            "{\"findings\":[],\"measured\":{\"relays\":[],\"rttMs\":null,\"jitterMs\":null,\"lossPercent\":null,\"kbps\":null}}";

    private static final String BOOK = "{\"doctor\":\"RANDOM\",\"start\":\"2030-01-08T09:00:00Z\",\"reason\":\"x\","
            + "\"intake\":{\"captions\":false,\"companion\":false,\"screenReader\":false}}";

    private static final String OF_A_SERVER =
            "SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED - LINK_TOO_NARROW LINK_TOO_NARROW";

    static final List<Row> ROWS = List.of(
            new Row("GET /api/v1/appointments", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            // A doctor who has published nothing cannot be booked; who may not book at all hears that first.
            new Row(
                    "POST /api/v1/appointments",
                    BOOK,
                    "NOT_FOUND NOT_FOUND FORBIDDEN FORBIDDEN INVALID_REQUEST NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/reschedule",
                    "{\"start\":\"2030-01-08T09:00:00Z\"}",
                    "CHANGE_TOO_LATE NOT_FOUND FORBIDDEN FORBIDDEN NOT_FOUND NOT_SIGNED_IN NOT_FOUND CHANGE_TOO_LATE LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/calendar.ics",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/booking/needs",
                    null,
                    "ok ok FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/booking/patients",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row("GET /api/v1/doctors", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row("GET /api/v1/doctors/{doctorId}/slots", null, "ok ok ok ok ok NOT_SIGNED_IN NOT_FOUND ok ok"),
            new Row(
                    "GET /api/v1/doctors/{doctorId}/availability",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/doctors/{doctorId}/availability",
                    "{\"slotMinutes\":30,\"bufferMinutes\":0,\"noticeMinutes\":0,\"aheadDays\":9,\"week\":[],\"languages\":[],\"sentence\":\"\"}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/doctors/{doctorId}/exceptions",
                    "{\"firstDay\":\"2030-01-08\",\"lastDay\":\"2030-01-08\",\"kind\":\"OFF\"}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Nobody gave such an id out: whoever may ask hears that it is not there.
            new Row(
                    "DELETE /api/v1/doctors/{doctorId}/exceptions/{exceptionId}",
                    null,
                    "FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/appointments/{appointmentId}/device-check",
                    DEVICE_CHECK,
                    "ok NOT_FOUND ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/before-care",
                    null,
                    "ok NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/appointments/{appointmentId}/visit",
                    "{\"visit\":{\"address\":\"Linden Street 4\",\"country\":\"DE\",\"callBack\":\"\",\"contactName\":\"\",\"contactPhone\":\"\"},\"cannotSay\":false}",
                    "ok NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/care-record",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/emergency",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/appointments/{appointmentId}/identity",
                    "{\"confirmed\":true}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row("GET /api/v1/care/help-numbers", null, "ok ok ok ok ok ok - ok ok"),
            new Row("GET /api/v1/care/consents", null, "ok ok FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - ok ok"),
            new Row(
                    "POST /api/v1/care/consents",
                    "{\"version\":1,\"language\":\"en\",\"answer\":\"GIVEN\"}",
                    "ok ok FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - ok ok"),
            new Row(
                    "GET /api/v1/care/consents/{consentId}/text",
                    null,
                    "ok NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/licences",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/admin/licences/{doctorId}",
                    "{\"licence\":\"LANR 123456701\"}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/payment/mark-paid",
                    "{\"reason\":\"cash\"}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ALREADY_PAID NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/payment/demo-checkout",
                    null,
                    "ALREADY_PAID NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN NOT_FOUND ALREADY_PAID LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/payment",
                    null,
                    "ok NOT_FOUND NOT_FOUND NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/payment/checkout",
                    null,
                    "ALREADY_PAID NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN NOT_FOUND ALREADY_PAID LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/payment/mark-refunded",
                    "{\"reason\":\"cash\"}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NO_REFUND_DUE NOT_SIGNED_IN NO_REFUND_DUE FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/appointments/{appointmentId}/receipt.pdf",
                    null,
                    "ok NOT_FOUND NOT_FOUND NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/appointments",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/payments",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/payments/table.csv",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/payments/{appointmentId}",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN ok LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Open to the video server that says the agreed secret, and to nobody else.
            new Row("POST /api/v1/conferencing/jitsi/conference", null, OF_A_SERVER),
            new Row("GET /api/v1/conferencing/jitsi/conference/{conferenceId}", null, OF_A_SERVER),
            new Row("DELETE /api/v1/conferencing/jitsi/conference/{conferenceId}", null, OF_A_SERVER),
            new Row("POST /api/v1/conferencing/jitsi/events/room/created", "{}", OF_A_SERVER),
            new Row("POST /api/v1/conferencing/jitsi/events/room/destroyed", "{}", OF_A_SERVER),
            new Row("POST /api/v1/conferencing/jitsi/events/occupant/joined", "{}", OF_A_SERVER),
            new Row("POST /api/v1/conferencing/jitsi/events/occupant/left", "{}", OF_A_SERVER),
            new Row("POST /api/v1/conferencing/jaas/webhook", "{}", OF_A_SERVER),
            // Open to whoever can sign, and to nobody else.
            new Row(
                    "POST /api/v1/payment/stripe/webhook",
                    "{}",
                    "SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/payment/hook",
                    "{}",
                    "SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/conferencing/daily/webhook",
                    "{}",
                    "SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED SIGNATURE_REFUSED - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/entry",
                    null,
                    "ok NOT_A_PARTICIPANT ok NOT_A_PARTICIPANT FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/extend",
                    "{\"minutes\":5}",
                    "FORBIDDEN FORBIDDEN EXTENSION_NOT_POSSIBLE NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/end",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_IN_CALL NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/chat",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/attachments",
                    AccessTable.FILE,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/attachments/{attachmentId}",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/prescriber",
                    "{\"licence\":\"L-1\"}",
                    "FORBIDDEN FORBIDDEN ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/prescriber",
                    null,
                    "FORBIDDEN FORBIDDEN ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/medications",
                    null,
                    "FORBIDDEN FORBIDDEN ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row("POST /api/v1/verify", "{\"code\":\"nothing\"}", "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/allergies",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/consultations/{appointmentId}/allergies",
                    "{\"names\":[]}",
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/prescriptions",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/prescriptions",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/summary",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/consultations/{appointmentId}/summary",
                    "{\"revision\":0,\"agreed\":\"Rest\",\"nextStep\":\"\"}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/consultations/{appointmentId}/summary/release",
                    "{\"revision\":1}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/consultations/{appointmentId}/follow-up",
                    "{\"day\":\"IN_TWO_WEEKS\",\"at\":null,\"note\":\"\"}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "DELETE /api/v1/consultations/{appointmentId}/follow-up",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            // A signed one, with the draft of its correction.
            new Row(
                    "GET /api/v1/prescriptions/{prescriptionId}/versions/{number}/pdf",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/prescriptions/{prescriptionId}/draft",
                    "{\"revision\":2,\"notes\":\"\",\"items\":[]}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/prescriptions/{prescriptionId}/sign",
                    "{\"revision\":3}",
                    "FORBIDDEN FORBIDDEN PRESCRIPTION_INCOMPLETE NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "DELETE /api/v1/prescriptions/{prescriptionId}/draft",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/prescriptions/{prescriptionId}/correct",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/prescriptions/{prescriptionId}/withdraw",
                    "{\"reason\":\"wrong dose\"}",
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/rating",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/rating/all",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row("GET /api/v1/history", null, "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/consultations/{appointmentId}/rating",
                    "{\"stars\":5,\"issues\":[],\"text\":\"\"}",
                    "NOT_IN_CALL NOT_FOUND NOT_IN_CALL NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND NOT_IN_CALL LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/quality",
                    null,
                    "FORBIDDEN FORBIDDEN ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/consultations/{appointmentId}/quality/summary",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"));

    private AppointmentRows() {}
}
