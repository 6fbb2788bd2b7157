"""What do documents about a war say, who says it, and in which words?"""

__version__ = "0.1.0"
