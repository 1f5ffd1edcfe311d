/** Waits until `test` holds; fails the test with `what` when it does not within the time. */
export async function until(
  what: string,
  test: () => boolean | Promise<boolean>,
  withinMs = 15_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
