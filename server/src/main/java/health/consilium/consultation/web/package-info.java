/** The HTTP contract of video calls, and routes about a consultation. */
@org.jspecify.annotations.NullMarked
package health.consilium.consultation.web;
