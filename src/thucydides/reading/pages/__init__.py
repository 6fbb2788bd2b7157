"""How is a page with mark-up taken apart into blocks of words, without losing where each word stood?"""

from thucydides.reading.pages.blocks import blocks_of
from thucydides.reading.pages.writing import Block, Place, written

__all__ = ["Block", "Place", "blocks_of", "written"]
