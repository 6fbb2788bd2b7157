"""How are thousands of small matrices computed at once, to the same bit whatever the number of threads?

Nothing here calls a linear-algebra library, whose order of adding depends on its threads; the matrices are small, and a
stack of them is worked on together.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Truths: TypeAlias = NDArray[np.bool_]


def inverse(matrices: Floats) -> tuple[Floats, Floats]:
    """The inverses of symmetric positive definite matrices (..., n, n), and the logarithms of their determinants."""
    work = matrices.copy()
    logarithm = np.zeros(matrices.shape[:-2])
    for k in range(matrices.shape[-1]):
        pivot = work[..., k, k].copy()
        logarithm += np.log(pivot)
        row = work[..., k, :] / pivot[..., None]
        column = work[..., :, k].copy()
        work -= column[..., :, None] * row[..., None, :]
        work[..., k, :] = row
        work[..., :, k] = -column / pivot[..., None]
        work[..., k, k] = 1 / pivot
    return (work + np.swapaxes(work, -1, -2)) / 2, logarithm


def root(matrices: Floats) -> Floats:
    """Lower triangular roots of symmetric positive definite matrices (..., n, n)."""
    size = matrices.shape[-1]
    lower = np.zeros_like(matrices)
    for k in range(size):
        rest = matrices[..., k:, k] - np.einsum("...ij,...j->...i", lower[..., k:, :k], lower[..., k, :k])
        lower[..., k:, k] = rest / np.sqrt(np.maximum(rest[..., 0], 1e-12))[..., None]
    return lower


def times(matrices: Floats, vectors: Floats) -> Floats:
    """Matrix times vector, for each of a stack."""
    return np.einsum("...ij,...j->...i", matrices, vectors)


def product(left: Floats, right: Floats) -> Floats:
    """Matrix times matrix, for each of a stack."""
    return np.einsum("...ij,...jk->...ik", left, right)


def turned(matrices: Floats) -> Floats:
    """The transposes."""
    return np.swapaxes(matrices, -1, -2)


def diagonal(matrices: Floats) -> Floats:
    """The diagonals."""
    return np.einsum("...ii->...i", matrices)


def spread(vectors: Floats) -> Floats:
    """Diagonal matrices of vectors."""
    return vectors[..., None] * np.eye(vectors.shape[-1])


def same(numbers: Whole) -> Truths:
    """For each pair of a row: do they bear the same number? A number below 0 is nobody's."""
    return (numbers[..., :, None] == numbers[..., None, :]) & (numbers[..., :, None] >= 0)
