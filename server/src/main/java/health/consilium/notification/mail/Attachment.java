package health.consilium.notification.mail;

/** A file that goes with a mail. */
record Attachment(String name, String type, byte[] content) {}
