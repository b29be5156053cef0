"""The pages readers see: function views, one subject a file; every one asks `Event.objects.public()`."""
