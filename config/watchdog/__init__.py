"""What somebody who is asleep would want to be woken for: `manage.py watchdog`."""
