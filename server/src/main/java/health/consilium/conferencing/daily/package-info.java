/** Daily.co: its rooms, tokens, recordings, and what it tells. The pages reach it by {@code @daily-co/daily-js}. */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.daily;
