/** Real browsers with made-up cameras and microphones, and the people who sit in front of them. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.browser;
