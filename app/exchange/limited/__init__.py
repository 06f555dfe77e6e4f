"""Programs that read untrusted files, in processes whose memory, time and rights are limited.

``limited_process``  runs a program in such a process
``limited_program``  what that process runs first: it sets the limits
``isolation``        takes sockets, processes and changes of files away from a process
"""
