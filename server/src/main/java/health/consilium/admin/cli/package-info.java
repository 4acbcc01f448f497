/** The command line: looks after the clinic beside a server that runs, and where none does. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.cli;
