package health.consilium.conferencing.spi;

/** Whether providers are to record here. Where they are not, nobody's token may. */
public interface RecordingRight {
    boolean ofProviders();
}
