@org.jspecify.annotations.NullMarked
package health.consilium.prescription.medication;
