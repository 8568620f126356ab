"""What English calls people, offices, organisations and countries: data for the speakers stage."""
