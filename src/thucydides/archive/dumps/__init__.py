"""Which pages does the dump of an encyclopedia hold, one after the other?"""

from thucydides.archive.dumps.dump import Dump, PassedOver, dump_in
from thucydides.archive.dumps.unpacking import head_of

__all__ = ["Dump", "PassedOver", "dump_in", "head_of"]
