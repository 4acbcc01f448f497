/** Facts in, committed decisions out: locks the row, asks the domain, writes, tells. */
@org.jspecify.annotations.NullMarked
package health.consilium.consultation.service;
