"""Charts as drawings in millimetres: the ground profile, the cover art, the altitude ruler, the incubator chain."""
