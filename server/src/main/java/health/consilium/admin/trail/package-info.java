/** What people are shown becomes entries of the audit trail, and the pages on which the trail is read. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.trail;
