/** Doctors' hours and free times over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.scheduling.web;
