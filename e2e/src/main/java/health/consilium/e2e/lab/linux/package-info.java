/** Network namespaces, TUN interfaces and the thread that carries packets between them. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.lab.linux;
