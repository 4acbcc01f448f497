/** Recordings that the service makes which carries the call: started and stopped by consent, fetched, sealed and deleted there. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.cloud;
