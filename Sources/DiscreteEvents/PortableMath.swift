/// Mathematics that gives the same bits on every machine, at every optimisation level.
///
/// Only IEEE 754 addition, subtraction, multiplication, division and square root, integer operations and bit patterns
/// are used, each rounded as the standard fixes it; never the system's `exp` or `log`, whose last bit differs from one
/// platform to the next. A draw that decides anything goes through here, so that a seed means one run everywhere.
///
/// Rational and polynomial coefficients without a citation were computed for this project: minimax fits (Remez exchange)
/// in 160-bit arithmetic, rounded to double. Errors are stated in units in the last place (ulp) of the true value, as
/// measured over three million arguments against 64-bit significands; the tests hold each function to the platform's.
public enum PortableMath {}
