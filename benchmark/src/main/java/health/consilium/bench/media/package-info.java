/** How calls fare on bad networks: ours and the floor's, in the media lab. */
@org.jspecify.annotations.NullMarked
package health.consilium.bench.media;
