@org.jspecify.annotations.NullMarked
package health.consilium.document.pdf;
