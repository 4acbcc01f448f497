/** Tokens as Jitsi's server and page want them, for a Jitsi of one's own and for JaaS; how they are made and how they are judged. */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.jitsi.token;
