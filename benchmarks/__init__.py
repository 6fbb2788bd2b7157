"""What does it cost, as a ratio to a peer measured in the same run?"""
