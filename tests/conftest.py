"""What holds for every test?"""

from hypothesis import settings

# On a busy machine one case out of many takes long; that says nothing about the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
