"""How a printed page is built: paper and styles, letters and their widths, a pen, and parts that flow over pages.

A page is planned before it is drawn, since "page 2 of 7" needs the 7 on page 1. Everything is measured in points from
the upper left corner of the text area, on a grid of four.
"""
