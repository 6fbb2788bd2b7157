"""How far apart are two places?"""

from math import asin, cos, radians, sin, sqrt

from thucydides.vocabulary import Coordinates

_EARTH = 6371.0  # kilometres, mean radius


def kilometres(one: Coordinates, other: Coordinates) -> float:
    """The distance along the great circle (haversine)."""
    north, south = radians(one.latitude), radians(other.latitude)
    width = sin(radians(other.longitude - one.longitude) / 2) ** 2
    height = sin((south - north) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(height + cos(north) * cos(south) * width)))
