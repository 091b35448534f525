/** The test runner's own globals; it ships no types for them. */
type Proof = () => void | Promise<void>;
declare function describe(name: string, body: () => void): void;
declare function it(name: string, body: Proof): void;
declare function beforeEach(body: Proof): void;
declare function before(body: Proof): void;
declare function afterEach(body: Proof): void;
