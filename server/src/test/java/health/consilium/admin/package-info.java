/** What administrators see, by hand and over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin;
