// Interface below is written by this module's first commit.
