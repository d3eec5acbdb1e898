"""What an article says of itself: type, subject, language, DOI, title, pages."""
