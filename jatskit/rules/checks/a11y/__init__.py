"""What readers need who do not see the page."""
