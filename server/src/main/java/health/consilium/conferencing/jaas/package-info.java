/** Calls by Jitsi as a service of 8x8 (JaaS). */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.jaas;
