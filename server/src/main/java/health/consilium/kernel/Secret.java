package health.consilium.kernel;

import java.util.Objects;

/** A value that cannot print: neither {@code toString}, nor a debugger's view of a log line, nor JSON shows it. */
public final class Secret<T> {
    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(Objects.requireNonNull(value));
    }

    /** The value itself. Call it where it is used, never where it is passed on. */
    public T reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[secret]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret<?> secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
