"""Are estimates honest?"""
