/** The promise's outcome, or a rejection when it takes too long: a request on a dead network may never say anything. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too late")), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
